// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bom_subject.h"

#include "ui/text.h"

#include <QCoreApplication>

namespace rigwright {

namespace {

struct Subject {
    Q_DECLARE_TR_FUNCTIONS(rigwright::BomPage)
};

} // namespace

QString bomSubject(const Catalog& catalog, const Requirement& requirement)
{
    const Workload& workload = requirement.workload;
    const auto model = findModel(catalog, requirement.model.text());
    const QString name = QString::fromStdString(model ? (*model)->name : requirement.model.text());
    const QString engine = QString::fromUtf8(engineLabel(workload.engine));
    if (isTraining(workload.kind)) {
        return Subject::tr("%1 at %2, %3, %4, %5 tokens a sequence")
            .arg(name, weightsText(workload.weights), engine, workloadText(workload.kind),
                 countText(workload.training.sequence));
    }
    QString text = Subject::tr("%1 at %2, %3, %4, %5 tokens of context")
                       .arg(name, weightsText(workload.weights), engine, workloadText(workload.kind),
                            countText(workload.context));
    if (workload.concurrency > 1) {
        text += Subject::tr(", %n at once", nullptr, workload.concurrency);
    }
    return text;
}

} // namespace rigwright
