import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('draft_attachments')
export class DraftAttachmentRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  actId!: string;

  @Column({ type: 'uuid' })
  draftId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'text' })
  mediaType!: string;
}
