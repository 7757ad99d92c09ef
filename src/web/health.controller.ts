import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';

/** For the machine that watches this one: alive, and able to answer people. */
@Controller('health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HttpCode(200)
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: string }> {
    try {
      await this.source.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      response.status(503);
      return { status: 'database not reachable' };
    }
  }
}
