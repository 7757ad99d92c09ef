import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseRow } from './store/case-row.js';
import { CaseStore } from './store/case.store.js';
import { CaseList } from './use-cases/case-list.js';

@Module({ imports: [TypeOrmModule.forFeature([CaseRow])], providers: [CaseStore, CaseList], exports: [CaseList] })
export class CasesModule {}
