import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Duty, Side } from '../../kernel/actor.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { WhenVacant } from '../domain/post.js';

@Entity('posts')
export class PostRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'uuid' })
  sectionId!: string;

  @Column({ type: 'text' })
  side!: Side;

  @Column({ type: 'text', array: true })
  duties!: Duty[];

  @Column({ type: 'integer' })
  rank!: number;

  @Column({ type: 'text' })
  whenVacant!: WhenVacant;

  @Column({ type: 'uuid', nullable: true })
  deputyPostId!: string | null;

  @Column({ type: 'date', nullable: true })
  abolishedOn!: LocalDate | null;

  @Column({ type: 'uuid', nullable: true })
  successorPostId!: string | null;
}
