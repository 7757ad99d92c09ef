import type { NextFunction, Request, Response } from 'express';

/** The files that programs in the browser of anybody may read. */
const OPEN_FILE = /^\/[a-z0-9-]+\/(?:open-data\/[^/]+|grants\.csv|feed\.xml)$/;

/** A browser asks before it sends a request with headers of its own for an open file; there is nothing but to read. */
export function answerPreflight(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'OPTIONS' || !OPEN_FILE.test(request.path)) {
    next();
    return;
  }
  response
    .status(204)
    .set({
      Allow: 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Max-Age': '86400',
    })
    .end();
}
