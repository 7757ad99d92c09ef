import 'reflect-metadata';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { DomainError, type ErrorParams, type Fault } from '../../kernel/domain-error.js';
import { fieldName } from './field-name.js';

const CODE = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;

/**
 * A form's body as its DTO. A decorator's `message` is the code of the sentence to show
 * (`@MaxLength(50, { message: 'organizations.name-too-long', context: { max: 50 } })`; `context` fills the sentence);
 * without one a general sentence is shown. Unknown fields are dropped. Throws DomainError `common.invalid` with
 * one fault per field, whose pointer is the field's HTML name.
 */
export function readForm<T extends object>(dto: ClassConstructor<T>, body: unknown): T {
  const instance = plainToInstance(dto, body ?? {}, { exposeDefaultValues: true });
  if (Array.isArray(instance)) throw new DomainError('common.request-malformed');
  const errors = validateSync(instance, { whitelist: true, forbidUnknownValues: true });
  const faults = errors.flatMap((error) => faultsAt(error, ''));
  if (faults.length > 0) throw DomainError.invalid(faults);
  return instance;
}

function faultsAt(error: ValidationError, parent: string): Fault[] {
  const pointer = parent === '' ? error.property : `${parent}.${error.property}`;
  const below = (error.children ?? []).flatMap((child) => faultsAt(child, pointer));
  const first = Object.entries(error.constraints ?? {})[0];
  if (!first) return below;
  const [constraint, message] = first;
  const params = (error.contexts?.[constraint] ?? {}) as ErrorParams;
  return [{ pointer: fieldName(pointer), code: codeOf(constraint, message, params), params }, ...below];
}

function codeOf(constraint: string, message: string, params: ErrorParams): string {
  if (CODE.test(message)) return message;
  if (constraint === 'isNotEmpty' || constraint === 'isDefined') return 'common.required';
  return constraint === 'maxLength' && params['max'] !== undefined ? 'common.too-long' : 'common.field-faulty';
}
