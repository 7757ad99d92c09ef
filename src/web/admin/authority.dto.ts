import { Transform, Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';

/** One line of the form; steps are `approve:<post>`, `consult:<post>` or `inform:<post>`, blank where no post was chosen. */
export class RuleDto {
  @IsString()
  act = '';

  @IsString()
  upTo = '';

  @Transform(({ value }) => valuesOf(value))
  @IsArray()
  @IsString({ each: true })
  steps: string[] = [];
}

export class AuthorityTableDto {
  @IsString()
  basis = '';

  @IsString()
  validFrom = '';

  @Transform(({ value }) => valuesOf(value))
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RuleDto)
  rules: RuleDto[] = [];

  /** Missing on the form of a new table. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  version?: number;
}

/** Long lists arrive as objects with numbered names. */
const valuesOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Object.values(value) : value;
