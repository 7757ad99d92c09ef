import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In, IsNull, Not } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { Consultation, ConsultationContent, ConsultationFile, Extension } from '../domain/consultation.js';
import { ConsultationExtensionRow } from './consultation-extension-row.js';
import { ConsultationFileRow } from './consultation-file-row.js';
import { ConsultationRow } from './consultation-row.js';

/** 意見募集 with the files of their drafts and the extensions of their periods. */
@Injectable()
export class ConsultationStore {
  async add(tx: Transaction, id: string, content: ConsultationContent): Promise<void> {
    const first = { state: 'draft', version: 1, withdrawalReason: '', resultNote: '', createdAt: tx.now } as const;
    const row = { ...content, ...first, id, parts: [...content.parts], municipalityId: tx.municipalityId };
    await tx.manager.insert(ConsultationRow, row);
  }

  /** Throws not-found. */
  async find(tx: Transaction, id: string): Promise<Consultation> {
    return toConsultation(await tx.manager.findOneBy(ConsultationRow, { id }));
  }

  /** The same, and nobody else changes it until this transaction ends. */
  async lock(tx: Transaction, id: string): Promise<Consultation> {
    const lock = { mode: 'pessimistic_write' } as const;
    return toConsultation(await tx.manager.findOne(ConsultationRow, { where: { id }, lock }));
  }

  async known(tx: Transaction, id: string): Promise<boolean> {
    return tx.manager.existsBy(ConsultationRow, { id });
  }

  /** Newest first; with `published`, what residents may see. */
  async list(tx: Transaction, { published = false } = {}): Promise<Consultation[]> {
    const where = published ? { publishedOn: Not(IsNull()) } : {};
    const rows = await tx.manager.find(ConsultationRow, { where, order: { opens: 'DESC', createdAt: 'DESC' } });
    return rows.map(toConsultation);
  }

  /** The caller holds the row. */
  async change(tx: Transaction, { id, version }: Consultation, changes: Partial<Consultation>): Promise<void> {
    await tx.manager.update(ConsultationRow, { id }, { ...changes, version: version + 1 } as never);
  }

  async files(tx: Transaction, consultationId: string): Promise<ConsultationFile[]> {
    const rows = await tx.manager.find(ConsultationFileRow, { where: { consultationId }, order: { ordinal: 'ASC' } });
    return rows.map(({ sha256, name, size, mediaType }) => ({ sha256, name, size, mediaType }));
  }

  /** The same bytes stand once, under their newest name. */
  async addFile(tx: Transaction, consultationId: string, file: ConsultationFile): Promise<void> {
    const ordinal = (await tx.manager.maximum(ConsultationFileRow, 'ordinal', { consultationId })) ?? 0;
    const row = { ...file, consultationId, ordinal: ordinal + 1, municipalityId: tx.municipalityId };
    await tx.manager.upsert(ConsultationFileRow, row, ['municipalityId', 'consultationId', 'sha256']);
  }

  async removeFiles(tx: Transaction, consultationId: string, hashes: readonly string[]): Promise<void> {
    await tx.manager.delete(ConsultationFileRow, { consultationId, sha256: In([...hashes]) });
  }

  async addExtension(tx: Transaction, consultationId: string, extension: Omit<Extension, 'extendedAt'>): Promise<void> {
    const row = { ...extension, id: randomUUID(), consultationId, extendedAt: tx.now };
    await tx.manager.insert(ConsultationExtensionRow, { ...row, municipalityId: tx.municipalityId });
  }

  /** In the order of their acts. */
  async extensions(tx: Transaction, consultationId: string): Promise<Extension[]> {
    const rows = await tx.manager.find(ConsultationExtensionRow, {
      where: { consultationId },
      order: { extendedAt: 'ASC' },
    });
    return rows.map(({ closedBefore, closes, reason, extendedAt }) => ({ closedBefore, closes, reason, extendedAt }));
  }
}

function toConsultation(row: ConsultationRow | null): Consultation {
  if (!row) throw DomainError.notFound();
  const { municipalityId: _town, createdAt: _created, ...consultation } = row;
  return consultation;
}
