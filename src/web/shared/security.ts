import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { DomainError } from '../../kernel/domain-error.js';

/** Nothing is loaded from elsewhere, nothing is inline, nobody frames us; we frame the files that we keep. */
export function securityHeaders(publicUrl: URL): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: publicUrl.protocol === 'https:' && { maxAge: 31_536_000 },
    // `no-referrer` would make browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    originAgentCluster: publicUrl.protocol === 'https:',
  });
}

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses acts that another site started in a person's browser: `Sec-Fetch-Site` must be same-origin or none;
 * where a browser does not send it (plain http on a LAN address), `Origin` must be ours; with neither we refuse.
 */
export function refuseForeignRequests(publicUrl: URL): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (SAFE_METHODS.has(request.method) || isOurs(request, publicUrl)) {
      next();
      return;
    }
    next(new DomainError('common.request-foreign', 'forbidden'));
  };
}

function isOurs(request: Request, publicUrl: URL): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  // Cookies are bound to the host that the browser asked, so an origin of that very host is ours too.
  return protocol === publicUrl.protocol && (host === publicUrl.host || host === request.get('Host'));
}
