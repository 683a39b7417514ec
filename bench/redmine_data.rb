# Run by `rails runner`: the same items as Maillage's invented actions, as issues of one project.
# ISSUES issues, ten notes each, forty people they are assigned to; one member signs in.
require 'securerandom'

issues = Integer(ENV.fetch('ISSUES'))
notes_each = Integer(ENV.fetch('NOTES_EACH'))
password = ENV.fetch('BENCH_PASSWORD')

def person(login, name, password)
  user = User.new(firstname: name, lastname: 'fictif', mail: "#{login}@bench.example", language: 'fr')
  user.login = login
  user.password = user.password_confirmation = password
  user.admin = false
  user.status = User::STATUS_ACTIVE
  user.save!
  user
end

Setting.per_page_options = '25,50,100,200'
Setting.default_language = 'fr'
Setting.notified_events = []
project = Project.create!(name: 'Bench', identifier: 'bench', is_public: false,
                          enabled_module_names: ['issue_tracking'], trackers: Tracker.all)
role = Role.find_by!(name: 'Manager')
visitor = person('bench', 'Camille', password)
pilots = (0...40).map { |n| person("pilote-#{n}", "Service #{n}", SecureRandom.hex(16)) }
([visitor] + pilots).each { |user| Member.create!(project: project, principal: user, roles: [role]) }

statuses = IssueStatus.sorted.limit(5).to_a
trackers = Tracker.sorted.to_a
priorities = IssuePriority.active.to_a
now = Time.now.utc
(0...issues).each_slice(1000) do |slice|
  Issue.insert_all!(slice.map do |n|
    { tracker_id: trackers[n % trackers.size].id, project_id: project.id,
      subject: "Action fictive n° #{n}", description: 'Action inventée pour mesurer le logiciel.',
      status_id: statuses[n * 7 % statuses.size].id, priority_id: priorities[n % priorities.size].id,
      author_id: visitor.id, assigned_to_id: pilots[n % pilots.size].id,
      start_date: Date.today - 400 + n * 13 % 300, due_date: Date.today - 120 + n * 17 % 400,
      done_ratio: n * 10 % 110, created_on: now, updated_on: now - n * 11 % 200 * 86_400,
      lft: 1, rgt: 2, is_private: false }
  end)
end
Issue.update_all('root_id = id')
Issue.pluck(:id).each_slice(1000) do |ids|
  Journal.insert_all!(ids.flat_map do |id|
    (0...notes_each).map do |rank|
      { journalized_id: id, journalized_type: 'Issue', user_id: visitor.id, notes: "Nouvelle fictive n° #{rank}",
        created_on: now - rank * 20 * 86_400, private_notes: false }
    end
  end)
end
puts "issues #{Issue.count}, notes #{Journal.count}"
