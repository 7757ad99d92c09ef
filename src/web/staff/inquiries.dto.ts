import { IsArray, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { INQUIRY_ANSWERS, type InquiryAnswer } from '../../reviews/index.js';

export class InquiryRecordDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsUUID(undefined, { each: true, message: 'common.request-malformed' })
  applicationIds: string[] = [];

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  askedOn = '';

  @IsIn(INQUIRY_ANSWERS, { message: 'reviews.inquiry-answer-missing' })
  answer!: InquiryAnswer;
}

export class InquiryListDto {
  @IsIn(['excel', 'csv'], { message: 'common.request-malformed' })
  format!: 'excel' | 'csv';

  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  reason = '';
}
