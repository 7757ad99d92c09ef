import { Controller, Get, Query } from '@nestjs/common';
import { WriteOpenData } from '../../../disclosure/index.js';
import { Desk, download, Viewer, type DownloadResult } from '../../shared/index.js';
import { yearAsked } from '../grants/asked.js';

/** What is public, as files. */
@Controller(':town')
@Desk('public')
export class OpenDataController {
  constructor(private readonly data: WriteOpenData) {}

  /** The first address of the file, which keeps working. */
  @Get('grants.csv')
  async grantsCsv(@Viewer() viewer: Viewer, @Query('year') asked: unknown): Promise<DownloadResult> {
    const bytes = await this.data.grantsCsv(viewer.actor, yearAsked(asked));
    return download({ bytes, fileName: 'grants.csv', mediaType: 'text/csv; charset=utf-8' });
  }
}
