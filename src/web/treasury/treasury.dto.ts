import { IsArray, IsIn, IsObject, IsOptional, IsString, IsUUID, Matches } from 'class-validator';

const MALFORMED = { message: 'common.request-malformed' };

export class ChosenOrdersDto {
  @IsArray(MALFORMED)
  @IsUUID(undefined, { each: true, message: 'common.request-malformed' })
  orderIds: string[] = [];
}

export class OrderCheckDto extends ChosenOrdersDto {
  @IsOptional()
  @IsObject(MALFORMED)
  findings: Record<string, unknown> = {};

  @IsString()
  remark = '';
}

export class OrderReturnDto {
  @IsString()
  reason = '';
}

export class AllOrChosenOrdersDto extends ChosenOrdersDto {
  /** `yes`: everything that waits, on whatever page it stands. */
  @IsOptional()
  @IsIn(['yes'], MALFORMED)
  all?: 'yes';
}

export class BatchCollectionDto extends AllOrChosenOrdersDto {
  @IsString()
  paymentDate = '';
}

export class BatchConfirmationDto {
  @Matches(/^[0-9a-f]{64}$/, MALFORMED)
  sha256!: string;
}

export class BatchRemovalDto {
  @IsUUID(undefined, MALFORMED)
  orderId!: string;
}

export class TransferFailureDto {
  @IsString()
  failedOn = '';

  @IsString()
  reason = '';

  @IsString()
  detail = '';

  @IsString()
  returnedOn = '';
}

export class MoneyReturnDto {
  @IsUUID(undefined, MALFORMED)
  failureId!: string;

  @IsString()
  returnedOn = '';
}

export class ResumptionDto {
  @IsString()
  remark = '';
}

export class FailureConclusionDto {
  @IsUUID(undefined, MALFORMED)
  failureId!: string;

  @IsString()
  conclusion = '';
}

export class FailureMistakeDto {
  @IsUUID(undefined, MALFORMED)
  failureId!: string;

  @IsString()
  mistake = '';
}

export class BatchPaymentDto {
  @IsString()
  paidOn = '';
}

/** 銀行が実行しなかった支払. */
export class UnexecutedDto {
  /** `all` or the id of one order. */
  @IsString()
  lines = '';

  @IsString()
  toldOn = '';

  @IsString()
  reason = '';

  @IsOptional()
  @IsIn(['yes'], MALFORMED)
  confirmed?: 'yes';
}

/** 前の代表者の名義などを認める理由. */
export class PayeeAcceptanceDto {
  @IsString()
  acceptance = '';
}
