-- Accounts that lost rows since the last measuring: whoever deletes rows, or gives them to another account, writes them here.
-- account_id: the account
CREATE TABLE ops.touched (
    account_id VARCHAR NOT NULL
);
