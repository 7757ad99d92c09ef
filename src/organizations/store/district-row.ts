import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 校区 */
@Entity('districts')
export class DistrictRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  about!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  writtenBy!: string;
}
