import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_attempts')
export class SignInAttemptsRow {
  @PrimaryColumn({ type: 'text' })
  municipalityId!: string;

  /** SHA-256 over the name and the address tried: neither is kept in the clear. */
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'integer' })
  count!: number;

  @Column({ type: 'timestamptz' })
  nextAt!: Date;

  @Column({ type: 'timestamptz' })
  lastAt!: Date;
}
