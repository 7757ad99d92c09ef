import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** The network address that the request came from; behind a proxy the one it tells, where TRUSTED_PROXIES names it. */
export const Sender = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => context.switchToHttp().getRequest<Request>().ip ?? '',
);
