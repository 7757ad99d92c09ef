export { PICTURE_MEDIA_TYPE, publicPicture, type PublicPicture, type Rendition } from './public-picture.js';
