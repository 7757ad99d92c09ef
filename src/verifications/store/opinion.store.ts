import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { Opinion } from '../domain/opinion.js';
import type { Side } from '../domain/verification.js';
import { VerificationOpinionRow } from './verification-opinion-row.js';

/** What each side says; who reads or writes it has met the verification before. */
@Injectable()
export class OpinionStore {
  async of(tx: Transaction, verificationId: string): Promise<Opinion[]> {
    return (await tx.manager.findBy(VerificationOpinionRow, { verificationId })).map(toOpinion);
  }

  /** Which sides have given theirs, by verification. */
  async givenOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<Side>>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.manager.find(VerificationOpinionRow, {
      select: { municipalityId: true, verificationId: true, side: true, saidOn: true },
      where: { verificationId: In([...ids]) },
    });
    const given = new Map(ids.map((id) => [id, new Set<Side>()]));
    for (const { verificationId, side, saidOn } of rows) if (saidOn !== null) given.get(verificationId)?.add(side);
    return given;
  }

  /** The caller holds the verification, so that two never write at once. */
  async put(
    tx: Transaction,
    verificationId: string,
    { fields, ...opinion }: Omit<Opinion, 'writtenBy'>,
  ): Promise<void> {
    const written = { writtenAt: tx.now, writtenBy: tx.actor.name, municipalityId: tx.municipalityId };
    const row = { verificationId, ...opinion, fields: [...fields], ...written };
    await tx.manager.upsert(VerificationOpinionRow, row as never, ['municipalityId', 'verificationId', 'side']);
  }
}

function toOpinion(row: VerificationOpinionRow): Opinion {
  const { side, fields, given, saidOn, onPaper, meeting, answeredBy, writtenBy, version } = row;
  return { side, given, saidOn, onPaper, meeting, answeredBy, writtenBy, version, fields: new Map(fields) };
}
