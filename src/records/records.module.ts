import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TownWordsRow } from './store/town-words-row.js';
import { TownWordsStore } from './store/town-words.store.js';
import { TownPageWords } from './use-cases/town-page-words.js';

const OFFERED = [TownPageWords];

@Module({
  imports: [TypeOrmModule.forFeature([TownWordsRow])],
  providers: [TownWordsStore, ...OFFERED],
  exports: OFFERED,
})
export class RecordsModule {}
