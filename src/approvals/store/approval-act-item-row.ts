import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('approval_act_items')
export class ApprovalActItemRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  actId!: string;

  @PrimaryColumn({ type: 'uuid' })
  itemId!: string;

  @Column({ type: 'text' })
  digest!: string;
}
