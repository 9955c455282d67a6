// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "builds/build.h"
#include "ui/latest_task.h"
#include "ui/machine_context.h"

#include <memory>
#include <optional>
#include <vector>

namespace rigwright {

/// Judges machines for a requirement on a thread of its own. What is known of them stays while all that they are judged by does;
/// machines that are asked for later take the place of those that are being worked out.
class MachineEvaluation : public QObject {
    Q_OBJECT
public:
    /// An error: what evaluateBuild() says, such as a part that the catalog lacks.
    using Judgement = Expected<std::shared_ptr<const EvaluatedBuild>>;

    explicit MachineEvaluation(QObject* parent = nullptr);

    /// The day counts for nothing. Forgets what was judged by other things.
    void setContext(const MachineContext& context);
    /// A machine that was judged elsewhere, by the same things.
    void add(const Build& build, std::shared_ptr<const EvaluatedBuild> evaluated);
    /// The machines in their order. Nothing while some of them are worked out: `evaluated` follows.
    [[nodiscard]] std::optional<std::vector<Judgement>> ask(const std::vector<Build>& builds);
    /// Nobody waits any more.
    void cancel() { task_.cancel(); }
    [[nodiscard]] bool isBusy() const { return task_.isBusy(); }

Q_SIGNALS:
    /// What was asked for last is known now.
    void evaluated();

private:
    struct Judged {
        Build build;
        Judgement judgement;
    };
    [[nodiscard]] const Judged* find(const Build& build) const;
    void work(std::vector<Build> builds);

    MachineContext context_;
    std::vector<Judged> judged_;
    LatestTask task_; ///< last member: it stops before what it uses goes
};

} // namespace rigwright
