-- Whoever gives news keeps a draft of them; who edits may comment too.
alter policy own on strategy.draft
    using ((council_id = (select ctx.council_for('comment_strategy')) and account_id = (select ctx.account()))
           or (select ctx.is_system()));
