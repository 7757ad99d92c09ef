import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppConfig } from '../../config/index.js';
import { cleanRequest } from './clean-input.js';
import { answerPreflight } from './preflight.js';
import { refuseForeignRequests, securityHeaders } from './security.js';
import { SiteAssets } from './site-assets.js';
import { webFont } from './web-font.js';

/** Everything that stands before the controllers. Create the application with `{ bodyParser: false }`. */
export async function configureWeb(app: NestExpressApplication): Promise<void> {
  const { publicUrl, trustedProxies } = app.get(AppConfig);
  const assets = app.get(SiteAssets);
  await assets.load();
  const font = webFont();
  app.disable('x-powered-by');
  // Without it the address of a proxy would be everybody's; with it unasked, anybody could write an address of their own.
  if (trustedProxies !== undefined) app.set('trust proxy', trustedProxies);
  app.use(securityHeaders(publicUrl));
  app.use('/assets', assets.serve);
  app.useStaticAssets(font.folder, { prefix: `/assets/${font.prefix}`, immutable: true, maxAge: '1y', index: false });
  app.use(answerPreflight);
  app.use(refuseForeignRequests(publicUrl));
  app.useBodyParser('urlencoded', { extended: true, limit: '2mb', parameterLimit: 5000 });
  app.useBodyParser('json', { limit: '2mb' });
  app.use(cleanRequest);
}
