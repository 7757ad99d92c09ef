import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A record's id in the path (`@Id('applicationId')`); anything but a UUID names no record: 404. */
export const Id = createParamDecorator((name: string, context: ExecutionContext): string => {
  const value: unknown = context.switchToHttp().getRequest<Request>().params[name];
  if (typeof value !== 'string' || !UUID.test(value)) throw DomainError.notFound();
  return value.toLowerCase();
});
