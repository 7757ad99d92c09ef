import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { DomainError } from '../../kernel/domain-error.js';

/** Control characters that no keyboard types; PostgreSQL refuses NUL, letters and CSV must not carry the others. */
const CONTROL = /[^\P{Cc}\n\t]/gu;

/** Text as typed: LF line ends, no control characters, no half surrogate pairs; plain objects all the way down. */
export function cleanInput(value: unknown): unknown {
  if (typeof value === 'string') return Buffer.from(value).toString().replace(/\r\n?/g, '\n').replace(CONTROL, '');
  if (Array.isArray(value)) return value.map(cleanInput);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanInput(inner)]));
}

/** Cleans what the urlencoded and JSON parsers read, and refuses addresses that hide a NUL. */
export function cleanRequest(request: Request, _response: Response, next: NextFunction): void {
  if (/%00/.test(request.originalUrl)) {
    next(new DomainError('common.not-found', 'not-found'));
    return;
  }
  request.body = cleanInput(request.body ?? {});
  next();
}

/** The same for multipart forms, which are read later, behind the guard. */
@Injectable()
export class CleanInputInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    request.body = cleanInput(request.body ?? {});
    return next.handle();
  }
}
