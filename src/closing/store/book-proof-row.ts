import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('book_proofs')
export class BookProofRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Counts on, so that the newest is known among several of one moment. */
  @Column({ type: 'bigint', insert: false })
  number!: string;

  @Column({ type: 'timestamptz' })
  provedAt!: Date;

  @Column({ type: 'text' })
  provedBy!: string;

  @Column({ type: 'boolean' })
  balanced!: boolean;

  /** Each difference in words, as it stood. */
  @Column({ type: 'jsonb' })
  findings!: readonly string[];
}
