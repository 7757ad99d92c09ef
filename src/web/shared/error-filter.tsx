import { Catch, HttpException, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError, type ErrorKind } from '../../kernel/domain-error.js';
import { isHouseFull } from '../../platform/database/index.js';
import { faultsOf } from './form-errors.js';
import { HouseFull, RETRY_AFTER_SECONDS } from './house-full.js';
import { messageFor } from './messages/index.js';
import { renderPage } from './render-page.js';
import { requestIdOf } from './request-id.js';
import { returnPath } from './return-path.js';
import { sentTexts } from './sent-texts.js';
import { sentFields, SessionEnded } from './session-ended.js';
import { SiteAssets } from './site-assets.js';
import { TooMany } from './too-many.js';
import type { ViewedRequest, Viewer } from './viewer.js';
import { ViewerResolver } from './viewer-resolver.js';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  conflict: 409,
  stale: 409,
  forbidden: 403,
  'not-found': 404,
  unauthenticated: 401,
  'too-many': 429,
};

interface Refusal {
  readonly status: number;
  readonly error: DomainError;
}

/** The one place where an error becomes an answer: a Japanese page, or JSON for the autosave module and `/api`. */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('web');

  constructor(
    private readonly assets: SiteAssets,
    private readonly viewers: ViewerResolver,
  ) {}

  async catch(caught: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<ViewedRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = refusalOf(caught);
    if (refusal.status >= 500) this.log(caught, request);
    if (response.headersSent) {
      response.end();
      return;
    }
    response.status(refusal.status).set('Cache-Control', 'no-store');
    if (refusal.status === 503) response.set('Retry-After', String(RETRY_AFTER_SECONDS));
    if (refusal.status === 429) response.set('Retry-After', String(refusal.error.params.seconds));
    if (wantsJson(request)) {
      response.type('application/problem+json').send(JSON.stringify(problemOf(refusal, request)));
      return;
    }
    if (refusal.status === 503) {
      await this.askToPressAgain(host);
      return;
    }
    const viewer = await this.viewerOf(request);
    if (refusal.status === 401 && viewer) {
      await this.askToSignIn(host, viewer);
      return;
    }
    if (refusal.status === 429) {
      await this.askToWait(host, refusal, viewer);
      return;
    }
    const content = {
      title: titleOf(refusal.status),
      body: <ErrorBody refusal={refusal} requestId={requestIdOf(request)} viewer={viewer} />,
    };
    response.type('html').send(renderPage(viewer, content, await this.assets.load()));
  }

  /** Nothing typed is lost: a form that came after its session had ended can be sent again from the answer. */
  private async askToSignIn(host: ArgumentsHost, viewer: Viewer): Promise<void> {
    const request = host.switchToHttp().getRequest<ViewedRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const fields = request.method === 'POST' ? sentFields(await sentTexts(host)) : null;
    if (!fields) {
      response.redirect(303, signInUrl(request, viewer));
      return;
    }
    const files = request.is('multipart/form-data') !== false;
    const body = (
      <SessionEnded action={request.originalUrl} fields={fields} files={files} signIn={viewer.url('sign-in')} />
    );
    const content = { title: 'ログインの期限が切れました', body };
    response.type('html').send(renderPage(viewer, content, await this.assets.load()));
  }

  /** Nothing typed is lost here either; looking for a viewer would only stand in the same line again. */
  private async askToPressAgain(host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<ViewedRequest>();
    const isForm = request.method === 'POST';
    const fields = isForm ? sentFields(await sentTexts(host)) : null;
    const files = request.is('multipart/form-data') !== false;
    const body = <HouseFull action={request.originalUrl} isForm={isForm} fields={fields} files={files} />;
    const html = renderPage(request.viewer ?? null, { title: titleOf(503), body }, await this.assets.load());
    host.switchToHttp().getResponse<Response>().type('html').send(html);
  }

  /** Nothing typed is lost while the sender waits. */
  private async askToWait(host: ArgumentsHost, { error }: Refusal, viewer: Viewer | null): Promise<void> {
    const request = host.switchToHttp().getRequest<ViewedRequest>();
    const fields = request.method === 'POST' ? sentFields(await sentTexts(host)) : null;
    const files = request.is('multipart/form-data') !== false;
    const sentence = messageFor(error.code, error.params);
    const body = <TooMany sentence={sentence} action={request.originalUrl} fields={fields} files={files} />;
    const html = renderPage(viewer, { title: titleOf(429), body }, await this.assets.load());
    host.switchToHttp().getResponse<Response>().type('html').send(html);
  }

  /** No personal data: the query, the body and what the database says about values stay out of the log. */
  private log(caught: unknown, request: ViewedRequest): void {
    const error = caught instanceof Error ? caught : new Error('something other than an Error was thrown');
    const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
    const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
    this.logger.error({
      msg: 'driverError' in error ? 'a query failed' : error.message,
      error: error.name,
      requestId: requestIdOf(request),
      method: request.method,
      path: request.path,
      code,
      constraint,
      table,
      stack: frames.join('\n'),
    });
  }

  private async viewerOf(request: ViewedRequest): Promise<Viewer | null> {
    try {
      return request.viewer ?? (await this.viewers.find(request));
    } catch {
      return null; // the database may be what failed: the page then stands without a town
    }
  }
}

function refusalOf(caught: unknown): Refusal {
  if (caught instanceof DomainError) return { status: STATUS[caught.kind], error: caught };
  if (isHouseFull(caught)) return { status: 503, error: new DomainError('common.house-full') };
  const status = httpStatusOf(caught);
  if (status === 404 || status === 405) return { status: 404, error: DomainError.notFound() };
  if (status === 401) return { status, error: new DomainError('common.unauthenticated', 'unauthenticated') };
  if (status === 403) return { status, error: DomainError.forbidden() };
  if (status === 413) return { status, error: new DomainError(tooLargeCode(caught)) };
  if (status >= 400 && status < 500)
    return { status: 400, error: new DomainError(multerCode(caught) ?? 'common.request-malformed') };
  return { status: 500, error: new DomainError('common.unexpected') };
}

/** Nest's exceptions and the body parsers' errors both carry a status; anything else is our defect. */
function httpStatusOf(caught: unknown): number {
  if (caught instanceof HttpException) return caught.getStatus();
  if (caught instanceof URIError) return 400;
  const { status } = (typeof caught === 'object' && caught !== null ? caught : {}) as { status?: unknown };
  return typeof status === 'number' && caught instanceof Error && 'expose' in caught ? status : 500;
}

function multerCode(caught: unknown): string | undefined {
  const { code } = ((caught as Error).cause ?? {}) as { code?: string };
  if (code === 'LIMIT_FILE_COUNT') return 'common.too-many-files';
  return code?.startsWith('LIMIT_') ? 'common.request-too-large' : undefined;
}

function tooLargeCode(caught: unknown): string {
  const { code } = ((caught as Error).cause ?? {}) as { code?: string };
  return code === 'LIMIT_FILE_SIZE' ? 'common.file-too-large' : 'common.request-too-large';
}

function wantsJson(request: ViewedRequest): boolean {
  return request.get('X-Requested-With') === 'autosave' || request.path.startsWith('/api/');
}

/** RFC 9457, in Japanese. Autosave reads `status`, `detail` and `signIn`. */
function problemOf({ status, error }: Refusal, request: ViewedRequest): object {
  const town = request.path.split('/')[1] ?? '';
  return {
    type: 'about:blank',
    title: titleOf(status),
    status,
    code: error.code,
    detail: messageFor(error.code, error.params),
    requestId: requestIdOf(request),
    errors: faultsOf(error).map(({ pointer, code, params }) => ({ pointer, code, message: messageFor(code, params) })),
    ...(status === 401 && { signIn: `/${town}/sign-in` }),
  };
}

/** A refused act returns to the page it came from, a refused page to itself. */
function signInUrl(request: ViewedRequest, viewer: Viewer): string {
  const referer = URL.canParse(request.get('Referer') ?? '') ? new URL(request.get('Referer') ?? '') : null;
  const wanted = request.method === 'GET' ? request.originalUrl : referer && referer.pathname + referer.search;
  const back = returnPath(wanted, viewer.town.slug, '');
  return viewer.url('sign-in', { return: back || undefined });
}

const TITLES: Readonly<Record<number, string>> = {
  400: '送られた内容を読み取れませんでした',
  401: 'ログインしてください',
  403: 'この操作はできません',
  404: 'ページが見つかりません',
  409: 'ほかの操作と重なりました',
  413: '送られた内容が大きすぎます',
  422: '入力を確かめてください',
  429: '続けて送ることができません',
  503: 'ただいま混み合っています',
};

const titleOf = (status: number): string => TITLES[status] ?? '処理を終えられませんでした';

function ErrorBody({ refusal, requestId, viewer }: { refusal: Refusal; requestId: string; viewer: Viewer | null }) {
  const { status, error } = refusal;
  const unknownPage = error.code === 'common.not-found';
  const sentences = unknownPage ? [] : faultsOf(error).map((fault) => messageFor(fault.code, fault.params));
  return (
    <>
      {unknownPage && <p>アドレスが変わったか、表示できる担当ではない可能性があります。アドレスを確かめてください。</p>}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {status >= 500 && (
        <p>
          続くときは、次の番号を担当課にお知らせください。
          <br />
          <span class="request-id">{requestId}</span>
        </p>
      )}
      <p>
        <a href={viewer ? viewer.url('') : '/'}>{viewer ? `${viewer.town.name}の入口へ` : '入口へ'}</a>
      </p>
    </>
  );
}
