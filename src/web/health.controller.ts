import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DatabaseHealth } from '../platform/database/index.js';

/** For the machine that watches this one: alive, and able to answer people. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: DatabaseHealth) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HttpCode(200)
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: string }> {
    if (await this.database.answers()) return { status: 'ok' };
    response.status(503);
    return { status: 'database not reachable' };
  }
}
