import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization_introductions')
export class IntroductionRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'boolean' })
  public!: boolean;

  @Column({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column({ type: 'text' })
  writtenBy!: string;

  @Column({ type: 'integer' })
  version!: number;
}
