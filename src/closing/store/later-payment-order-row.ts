import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Yen } from '../../kernel/yen.js';
import { yenColumn } from '../../platform/database/index.js';
import type { LaterGround, LaterOrderState } from '../domain/arrears.js';

@Entity('later_payment_orders')
export class LaterPaymentOrderRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  grantId!: string;

  @Column({ type: 'bigint', transformer: yenColumn })
  amount!: Yen;

  @Column({ type: 'text' })
  ground!: LaterGround;

  /** The decision behind it and the budget line of the later year. */
  @Column({ type: 'text' })
  basis!: string;

  @Column({ type: 'text' })
  state!: LaterOrderState;

  @Column({ type: 'text' })
  orderedBy!: string;

  @Column({ type: 'text' })
  orderedByName!: string;

  @Column({ type: 'timestamptz' })
  orderedAt!: Date;

  @Column({ type: 'text', nullable: true })
  answeredBy!: string | null;

  @Column({ type: 'text', nullable: true })
  answeredByName!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  /** 伝票番号 of what was paid, or why it was returned or withdrawn. */
  @Column({ type: 'text' })
  answer!: string;

  @Column({ type: 'integer' })
  version!: number;
}
