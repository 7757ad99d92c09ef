import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { makePrintedCode } from '../../kernel/printed-code.js';
import { foldPassword } from '../domain/password.js';

/** Argon2id is the package's default algorithm; cost after OWASP's Password Storage Cheat Sheet (19 MiB, two passes). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Makes and checks what must not be guessed; only hashes leave it for the database. */
@Injectable()
export class Secrets {
  private readonly nobody = this.hashPassword(randomBytes(16).toString('hex'));

  hashPassword(password: string): Promise<string> {
    return hash(foldPassword(password), COST);
  }

  /** Null stands for an unknown name and costs the same time as a known one. */
  async isPassword(password: string, passwordHash: string | null): Promise<boolean> {
    const matches = await verify(passwordHash ?? (await this.nobody), foldPassword(password));
    return matches && passwordHash !== null;
  }

  /** 256 bits for the cookie, and what the database keeps of them. */
  newToken(): { token: string; tokenHash: string } {
    const token = randomBytes(32).toString('base64url');
    return { token, tokenHash: this.fingerprint(token) };
  }

  newPrintedCode(): string {
    return makePrintedCode(randomInt);
  }

  /** SHA-256 is enough for what is random and long already; passwords go through argon2id. */
  fingerprint(secret: string): string {
    return createHash('sha256').update(secret).digest('hex');
  }
}
