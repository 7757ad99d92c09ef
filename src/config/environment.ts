import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';

const POSTGRES_URL = /^postgres(ql)?:\/\//;

/** Every environment variable that the programme understands; the message is what the operator reads. */
export class Environment {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'PORT must be a whole number, e.g. 3000' })
  @Min(1, { message: 'PORT must be 1 or more' })
  @Max(65_535, { message: 'PORT must be 65535 or less' })
  PORT = 3000;

  @IsOptional()
  @IsString()
  HOST = '0.0.0.0';

  @IsOptional()
  @IsString()
  DATA_DIR = './var';

  @IsOptional()
  @Matches(POSTGRES_URL, {
    message: 'DATABASE_URL must start with postgres:// (the runtime role, which cannot bypass row-level security)',
  })
  DATABASE_URL?: string;

  @IsOptional()
  @Matches(POSTGRES_URL, {
    message: 'DATABASE_OWNER_URL must start with postgres:// (the role that owns the tables and migrates)',
  })
  DATABASE_OWNER_URL?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'DATABASE_POOL must be a whole number of connections' })
  @Min(2, { message: 'DATABASE_POOL must be 2 or more' })
  DATABASE_POOL = 10;

  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'REDIS_URL must start with redis:// or rediss://' })
  REDIS_URL?: string;

  @IsOptional()
  @IsUrl(
    { require_tld: false, protocols: ['http', 'https'], require_protocol: true },
    { message: 'PUBLIC_URL must be the address that people type, e.g. https://grants.example.jp' },
  )
  PUBLIC_URL?: string;

  @IsOptional()
  @Matches(/^(\d{1,2}|[\da-fA-F.:/]+(\s*,\s*[\da-fA-F.:/]+)*|loopback|linklocal|uniquelocal)$/, {
    message:
      'TRUSTED_PROXIES must be the number of proxies before us (1), or their addresses, e.g. 10.0.0.5 or 10.0.0.0/24, separated by commas',
  })
  TRUSTED_PROXIES?: string;

  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'SMTP_URL must start with smtp:// or smtps://' })
  SMTP_URL?: string;

  @IsOptional()
  @IsString()
  MAIL_FROM = 'no-reply@example.invalid';

  @IsOptional()
  @IsString()
  CLAMAV_HOST?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'CLAMAV_PORT must be a whole number, e.g. 3310' })
  @Min(1, { message: 'CLAMAV_PORT must be 1 or more' })
  @Max(65_535, { message: 'CLAMAV_PORT must be 65535 or less' })
  CLAMAV_PORT = 3310;

  @IsOptional()
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    message: 'LOG_LEVEL must be one of fatal, error, warn, info, debug, silent',
  })
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent' = 'info';

  @IsOptional()
  @IsIn(['yes', 'no'], { message: 'DEMO_DATA must be yes or no' })
  DEMO_DATA?: 'yes' | 'no';

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, {
    message: 'CLOCK_STARTS_ON must be a day, e.g. 2026-04-10 (for demonstrations only)',
  })
  CLOCK_STARTS_ON?: string;
}
