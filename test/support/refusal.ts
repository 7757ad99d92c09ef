import { DomainError } from '../../src/kernel/domain-error.js';

/** The codes with which the act was refused: of its faults, or its own; empty when it was done. Anything else is thrown on. */
export async function refusalOf(act: Promise<unknown> | (() => Promise<unknown>)): Promise<string[]> {
  try {
    await (typeof act === 'function' ? act() : act);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.faults.length > 0 ? error.faults.map(({ code }) => code) : [error.code];
  }
}
