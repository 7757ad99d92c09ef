import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 行政区 */
@Entity('organization_wards')
export class WardRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  name!: string;
}
