import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  ALLOCATION_METHODS,
  AT_CUT,
  BELOW_CUT,
  RANK_ORDERS,
  type AllocationMethod,
  type AtCut,
  type BelowCut,
  type RankOrder,
} from '../../grants/index.js';
import { ROUNDING_UNITS } from '../../programs/index.js';
import { DraftOptionsDto } from './approvals.dto.js';

const LONG = { message: 'common.too-long', context: { max: 400 } };

export class TrialDto {
  @IsUUID(undefined, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString()
  @MaxLength(400, LONG)
  name = '';

  @IsIn(ALLOCATION_METHODS, { message: 'grants.allocation-method-missing' })
  method!: AllocationMethod;

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  ceiling = '';

  @IsString()
  @MaxLength(400, LONG)
  ceilingNote = '';

  @IsIn(ROUNDING_UNITS.map(String), { message: 'common.required' })
  unit!: string;

  @IsString()
  @MaxLength(400, LONG)
  article = '';

  @IsIn(RANK_ORDERS, { message: 'common.required' })
  order!: RankOrder;

  @IsIn(AT_CUT, { message: 'common.required' })
  atCut!: AtCut;

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  cap = '';

  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  note = '';
}

export class OnceDto {
  @IsUUID(undefined, { message: 'common.request-malformed' })
  requestId!: string;
}

export class AllocationDraftDto extends DraftOptionsDto {
  @IsIn(BELOW_CUT, { message: 'grants.allocation-below-cut-missing' })
  belowCut!: BelowCut;

  @IsString()
  @MaxLength(400, LONG)
  title = '';

  @IsString()
  @MaxLength(8000, { message: 'common.too-long', context: { max: 8000 } })
  reason = '';
}
