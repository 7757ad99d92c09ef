import { Injectable } from '@nestjs/common';
import { SectionStore } from '../../writing/index.js';
import { ApplicationSectionRevisionRow } from './application-section-revision-row.js';
import { ApplicationSectionRow } from './application-section-row.js';

@Injectable()
export class ApplicationSectionStore extends SectionStore {
  protected readonly rows = ApplicationSectionRow;
  protected readonly revisions = ApplicationSectionRevisionRow;
}
