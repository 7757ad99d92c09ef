import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ErrorSummary } from './error-summary.js';
import { Notice } from './feedback.js';
import { FormErrors } from './form-errors.js';
import { Breadcrumb, Footer, Header, Main, SERVICE_NAME, SkipLink } from './layout.js';
import { PageErrors } from './page-context.js';
import type { PageContent } from './results.js';
import type { Viewer } from './viewer.js';

/** Addresses of the stylesheet and the script of this build. */
export interface AssetUrls {
  readonly css: string;
  readonly js: string;
  readonly icon: string;
}

/** A part of a page, for a script that puts it in its place. */
export const fragment = (part: ComponentChildren): string => renderToString(<>{part}</>);

/** A whole HTML document. Without a viewer (no town yet) the header and footer stand without a town. */
export function renderPage(viewer: Viewer | null, content: PageContent, assets: AssetUrls): string {
  const errors = FormErrors.from(content.errors);
  const place = viewer ? `${viewer.town.name}${SERVICE_NAME}` : SERVICE_NAME;
  const html = renderToString(
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${errors.any ? 'エラー：' : ''}${content.title}｜${place}`}</title>
        <link rel="stylesheet" href={assets.css} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {viewer?.desk === 'public' && (
          <link
            rel="alternate"
            type="application/rss+xml"
            title={`${viewer.town.name}のお知らせ（RSS）`}
            href={viewer.url('feed.xml')}
          />
        )}
        <script src={assets.js} defer></script>
      </head>
      <body class={`desk-${viewer?.desk ?? 'public'}`}>
        <SkipLink />
        <Header viewer={viewer} />
        <div class={content.wide ? 'page page-wide' : 'page'}>
          <Breadcrumb crumbs={content.breadcrumb ?? []} />
          <Main wide={content.wide ?? false}>
            <PageErrors.Provider value={errors}>
              {viewer?.notice && <Notice tone="success" title={viewer.notice} live />}
              <ErrorSummary errors={errors} />
              {content.heading !== false && <h1>{content.title}</h1>}
              {content.lead && <p class="lead">{content.lead}</p>}
              {content.body}
            </PageErrors.Provider>
          </Main>
        </div>
        <Footer viewer={viewer} />
      </body>
    </html>,
  );
  return `<!DOCTYPE html>\n${html}`;
}
