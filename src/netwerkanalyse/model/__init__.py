"""The data: vocabulary, tables, checks and the frozen caseload."""
