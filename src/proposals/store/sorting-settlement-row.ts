import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sorting_settlements')
export class SortingSettlementRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  callId!: string;

  @Column({ type: 'timestamptz' })
  settledAt!: Date;

  @Column({ type: 'text' })
  settledBy!: string;
}
