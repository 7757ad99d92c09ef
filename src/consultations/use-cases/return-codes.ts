import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error.js';
import { makePrintedCode, readPrintedCode } from '../../kernel/printed-code.js';

export interface ReturnCode {
  /** What the writer notes down. */
  readonly code: string;
  /** What is kept of it. */
  readonly hash: string;
}

/**
 * Codes with which somebody without an account comes back to what they sent. A form carries a random id; its code follows
 * from it, so the same form sent twice is the same letter with the same code, and only the hash is kept.
 */
@Injectable()
export class ReturnCodes {
  /** `requestId` is the random UUID that was given out with the form. */
  ofForm(requestId: string): ReturnCode {
    let number = BigInt(`0x${sha256(`return code ${requestId.toLowerCase()}`)}`);
    const code = makePrintedCode((below) => {
      const place = number % BigInt(below);
      number /= BigInt(below);
      return Number(place);
    });
    return { code, hash: sha256(code) };
  }

  /** Throws DomainError `consultations.code-*` at `code` for what cannot have been given out. */
  read(typed: string): ReturnCode {
    const answer = readPrintedCode(typed);
    if ('code' in answer) return { code: answer.code, hash: sha256(answer.code) };
    throw DomainError.invalid([{ pointer: 'code', code: `consultations.code-${answer.fault}` }]);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
