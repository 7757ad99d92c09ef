import { randomUUID } from 'node:crypto';
import { In, IsNull, type EntityTarget } from 'typeorm';
import type { SubmittedFile } from '../../forms/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PaperRow } from './paper-row.js';

/** A file as it is put beside what is written. */
export type Paper = Pick<SubmittedFile, 'name' | 'mediaType' | 'size' | 'sha256'>;

/** A file that lies there. */
export type Kept<File extends Paper> = File & {
  readonly id: string;
  readonly ownerId: string;
  readonly addedAt: Date;
  readonly addedBy: string;
};

/** The files that go with what is written; a stage names its table. */
export abstract class PaperStore<File extends Paper = SubmittedFile> {
  protected abstract readonly rows: EntityTarget<PaperRow>;

  async add(tx: Transaction, ownerId: string, file: File): Promise<string> {
    const id = randomUUID();
    const added = { municipalityId: tx.municipalityId, addedAt: tx.now, addedBy: tx.actor.name, removedAt: null };
    await tx.manager.insert(this.rows, { ...file, ...added, id, ownerId } as never);
    return id;
  }

  /** In the order in which they were added. */
  of(tx: Transaction, ownerId: string): Promise<Kept<File>[]> {
    return this.ofAll(tx, [ownerId]);
  }

  /** Of several, in the order in which they were added. */
  async ofAll(tx: Transaction, ownerIds: readonly string[]): Promise<Kept<File>[]> {
    const where = { ownerId: In([...ownerIds]), removedAt: IsNull() };
    const rows = await tx.manager.find(this.rows, { where, order: { addedAt: 'ASC', id: 'ASC' } });
    return rows.map((row) => this.kept(row));
  }

  /** Ids of everything with which these bytes go, removed files left out. */
  async ownersWith(tx: Transaction, sha256: string): Promise<string[]> {
    const rows = await tx.manager.findBy(this.rows, { sha256, removedAt: IsNull() });
    return [...new Set(rows.map(({ ownerId }) => ownerId))];
  }

  /** The row stays, so that an earlier round can still name it. Returns what it was; throws not-found. */
  async remove(tx: Transaction, ownerId: string, id: string): Promise<Kept<File>> {
    const where = { ownerId, id, removedAt: IsNull() };
    const row = await tx.manager.findOneBy(this.rows, where);
    if (!row) throw DomainError.notFound();
    await tx.manager.update(this.rows, where, { removedAt: tx.now });
    return this.kept(row);
  }

  /** The row without what is of the database alone; the other columns of a stage's table are those of its `File`. */
  protected kept({ municipalityId: _town, removedAt: _removed, ...file }: PaperRow): Kept<File> {
    return file as unknown as Kept<File>;
  }
}

/** A kept file as it is sent: without the day and the hand that put it there. */
export const asSubmitted = ({ kind, label, name, mediaType, size, sha256 }: SubmittedFile): SubmittedFile => ({
  ...{ kind, label, name, mediaType, size, sha256 },
});
