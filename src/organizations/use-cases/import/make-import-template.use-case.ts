import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { writeWorkbook } from '../../../platform/excel/index.js';
import { DistrictStore } from '../../store/district.store.js';
import { templateSheets } from './import-layout.js';

/** The workbook to fill in: three sheets with headings and one row marked 見本, the town's districts as choices. */
@Injectable()
export class MakeImportTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly districts: DistrictStore,
  ) {}

  async execute(actor: Actor): Promise<Buffer> {
    requireDuty(actor, 'promotion', 'administer');
    const districts = await this.unitOfWork.read(actor, (tx) => this.districts.list(tx));
    return writeWorkbook(templateSheets(districts.map(({ name }) => name)));
  }
}
