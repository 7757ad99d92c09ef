import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeActKind } from '../domain/grant-change.js';

@Entity('grant_change_acts')
export class GrantChangeActRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  changeId!: string;

  @Column({ type: 'text' })
  act!: ChangeActKind;

  @Column({ type: 'timestamptz' })
  actedAt!: Date;

  @Column({ type: 'text' })
  actedBy!: string;

  @Column({ type: 'text' })
  note!: string;
}
