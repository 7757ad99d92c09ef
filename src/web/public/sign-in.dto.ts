import { IsNotEmpty, IsOptional, IsString } from 'class-validator';

export class SignInDto {
  @IsString()
  @IsNotEmpty({ message: 'identity.sign-in-name-missing' })
  signInName = '';

  @IsString()
  @IsNotEmpty({ message: 'identity.password-missing' })
  password = '';

  @IsOptional()
  @IsString()
  return?: string;
}

export class CodeDto {
  @IsString()
  @IsNotEmpty({ message: 'identity.code-missing' })
  code = '';
}

export class AcceptanceDto {
  @IsString()
  code = '';

  @IsString()
  signInName = '';

  @IsString()
  password = '';

  @IsString()
  passwordAgain = '';
}

export class PasswordDto {
  @IsString()
  @IsNotEmpty({ message: 'identity.current-password-missing' })
  currentPassword = '';

  @IsString()
  password = '';

  @IsString()
  passwordAgain = '';
}
