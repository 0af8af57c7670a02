-- fail: every model that was promoted, kept or withdrawn is registered
SELECT DISTINCT d.model FROM stored.model_decisions AS d ANTI JOIN stored.models AS m USING (model)
