import { IsString, MaxLength } from 'class-validator';

const SHORT = { message: 'common.too-long', context: { max: 200 } };

/** A line of the 備品台帳 as it was typed, by the organisation or by whoever puts it right. */
export class PropertyLineDto {
  @IsString()
  @MaxLength(200, SHORT)
  name = '';

  @IsString()
  @MaxLength(200, SHORT)
  category = '';

  @IsString()
  @MaxLength(200, SHORT)
  quantity = '';

  @IsString()
  @MaxLength(200, SHORT)
  price = '';

  @IsString()
  @MaxLength(200, SHORT)
  boughtOn = '';

  @IsString()
  @MaxLength(200, SHORT)
  keptAt = '';

  @IsString()
  @MaxLength(200, SHORT)
  usefulYears = '';
}
