import { Column, PrimaryColumn } from 'typeorm';

/** A file that goes with what is written; its bytes lie in `platform/files` under their hash. */
export abstract class PaperRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  abstract ownerId: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'timestamptz' })
  addedAt!: Date;

  @Column({ type: 'text' })
  addedBy!: string;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}

/** A file that belongs to one place: the question that it answers, a receipt, a picture. */
export abstract class PlacedPaperRow extends PaperRow {
  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  label!: string;
}
