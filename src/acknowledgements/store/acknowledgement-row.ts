import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date.js';
import type { AcknowledgementState, ToldKind } from '../domain/acknowledgement.js';

@Entity('acknowledgements')
export class AcknowledgementRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: ToldKind;

  @Column({ type: 'uuid' })
  recordId!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  state!: AcknowledgementState;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  reply!: string;

  @Column({ type: 'date', nullable: true })
  decidedOn!: LocalDate | null;

  @Column({ type: 'date', nullable: true })
  issuedOn!: LocalDate | null;

  @Column({ type: 'uuid', nullable: true })
  letterId!: string | null;

  @Column({ type: 'text', nullable: true })
  letterNumber!: string | null;
}
