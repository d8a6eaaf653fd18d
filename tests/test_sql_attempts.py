"""Attempts at what is not reading: moditrack sql refuses or stops each, in one sentence."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT

COUNT = "with recursive n(i) as (select 1 union all select i + 1 from n)"
REFUSED = [
    # writing
    "insert into figure (figure) values ('x')", "replace into meta values ('title', 'x')",
    "update meta set value = 'x'", "delete from meta", "delete from figure returning figure",
    "insert into meta values ('a', 'b') returning key", "with x as (select 1) delete from figure",
    "with x as (select 1) insert into meta select 'a', 'b'", "/* select */ delete from figure",
    "-- select\ndelete from figure", "; delete from figure", "select 1; select 2",
    "explain query plan delete from figure", "insert into meta select * from meta",
    "insert into search_entry_fts(search_entry_fts) values ('rebuild')",
    "insert into search_entry_fts(search_entry_fts) values ('integrity-check')",
    "delete from sqlite_master", "update sqlite_master set sql = 'x'",
    "update sqlite_schema set rootpage = 2", "delete from search_entry_fts_data",
    # changing what there is
    "create table x (y)", "create table x as select * from figure", "create view x as select 1",
    "create temp view x as select 1", "create temp table x as select 1",
    "create index x on meta (value)",
    "create trigger x after insert on meta begin select 1; end", "drop table figure",
    "create temp trigger x after insert on meta begin delete from meta; end",
    "drop view outcome", "drop index x", "alter table figure rename to x",
    "alter table figure add column x", "create virtual table x using fts5(y)",
    "create virtual table temp.x using fts5(y)", "create virtual table x using dbstat",
    "reindex", "analyze", "vacuum", "vacuum main into 'FILE'", "vacuum into 'FILE'",
    # other files and code
    "attach 'FILE' as x", "attach database 'FILE' as x", "attach ':memory:' as x", "attach '' as x",
    "attach 'file:FILE?mode=rwc' as x", "detach main", "select load_extension('FILE')",
    "select load_extension('FILE', 'entry')", "select readfile('/etc/passwd')",
    "select writefile('FILE', 'x')", "select edit('x')", "select fts3_tokenizer('x')",
    "select * from pragma_database_list", "select * from sqlite_dbpage", "select * from dbstat",
    "select * from csv('FILE')", "select eval('delete from figure')", "select * from fsdir('.')",
    # settings and transactions
    "pragma writable_schema = on", "pragma query_only = 0", "pragma journal_mode = delete",
    "pragma temp_store_directory = '/tmp'", "pragma data_store_directory = '/tmp'",
    "pragma user_version = 9", "pragma application_id = 9", "pragma schema_version = 9",
    "pragma foreign_keys = on", "pragma trusted_schema = on", "pragma synchronous = off",
    "pragma cache_size = 1000000000", "pragma mmap_size = 1000000000", "pragma optimize",
    "pragma wal_checkpoint", "pragma incremental_vacuum", "pragma shrink_memory",
    "pragma module_list", "pragma database_list", "pragma hard_heap_limit = 1",
    "pragma data_version = 1",
    "select * from pragma_table_info('figure')", "select * from pragma_function_list",
    "begin", "begin exclusive", "commit", "rollback", "end", "savepoint x", "release x",
]  # fmt: skip
STOPPED = [
    f"{COUNT} select count(*) from n", f"{COUNT} select max(i) from n where i < 0",
    f"{COUNT} select sum(i) from (select i from n union select i from n)",
    f"{COUNT} select i from n order by i", f"{COUNT} select i from n",
    f"{COUNT} select 1 from n, n",
    f"{COUNT} select group_concat(i) from n", f"{COUNT} select json_group_array(i) from n",
    "select count(*) from passage a, passage b, passage c, passage d",
    "select a.figure from figure a, figure b, figure c",
    "select replace(hex(zeroblob(400000)), '0', zeroblob(1000)) from passage, passage",
    "select hex(zeroblob(900000))", "select randomblob(100000000)",
    f"{COUNT} select zeroblob(900000) from n",
    "select group_concat(a.definition) from strand a, figure b, figure c",
    "select 'a' like '%" + "a%" * 40_000 + "b'",
    "select " + "(" * 5_000 + "1" + ")" * 5_000,
    "select " + "1+" * 20_000 + "1",
    " union all ".join(["select 1"] * 600), "select " + ", ".join(["1"] * 3_000),
]  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "data" / "moditrack.db", tmp_path / "moditrack.db")
    return tmp_path


def digest(place: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in place.iterdir()}


@pytest.mark.parametrize("query", REFUSED)
def test_what_is_not_reading_is_refused(refused, counted, monkeypatch, place: Path, query) -> None:
    monkeypatch.chdir(place)
    before = digest(place)
    query = query.replace("FILE", str(place / "other.db"))
    message = refused("sql", query, "--db", "moditrack.db")
    assert len(message) < 300
    assert digest(place) == before
    counted(sql_attempts_refused=1)


@pytest.mark.parametrize("query", STOPPED, ids=range(len(STOPPED)))
def test_what_has_no_end_is_stopped(refused, counted, place: Path, query: str) -> None:
    before = digest(place)
    refused("sql", query, "--db", place / "moditrack.db", "--seconds", "0.3")
    assert digest(place) == before
    counted(sql_attempts_stopped=1)
