import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('approval_settings')
export class ApprovalSettingsRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @Column({ type: 'boolean' })
  onPaper!: boolean;
}
