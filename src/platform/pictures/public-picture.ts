import sharp from 'sharp';

/** A picture that was drawn anew, as JPEG. */
export interface Rendition {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** One photograph in the sizes in which pages show it. */
export interface PublicPicture {
  /** For looking at it: at most 1,600 pixels a side. */
  readonly large: Rendition;
  /** For lists: at most 480 pixels a side. */
  readonly small: Rendition;
}

export const PICTURE_MEDIA_TYPE = 'image/jpeg';

const LARGE_SIDE = 1600;
const SMALL_SIDE = 480;
/** More than any phone takes; a small file that unfolds to more is meant to harm. */
const MOST_PIXELS = 220_000_000;

// One picture at a time beside everything else that the process does, and only the kinds that we take.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });

/**
 * Draws a photograph anew so that nothing but the picture is left of it: no position, no camera, no owner, no hidden
 * thumbnail. It is turned upright first, as the note that says which side is up goes with the rest. Null for bytes that
 * are no whole picture.
 */
export async function publicPicture(bytes: Buffer): Promise<PublicPicture | null> {
  const large = await draw(bytes, LARGE_SIDE);
  const small = large && (await draw(large.bytes, SMALL_SIDE));
  return large && small && { large, small };
}

async function draw(bytes: Buffer, side: number): Promise<Rendition | null> {
  try {
    const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80, progressive: true })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
