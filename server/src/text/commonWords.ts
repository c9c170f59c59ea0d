/** Words that letters are made of: the fixed words of their form, and those of medicine and of review that most of them use. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'abdominal abduction abnormal abnormalities acceptable accepted according acetaminophen acromioclavicular ' +
    'activities activity acupuncture addition additional additionally address addressed addresses administrator ' +
    'adverse affiliation aggravated alleviate already alternative amount analgesic analgesics ankle anterior anxiety ' +
    'appeal appear appears application applied applies appropriate approval approve approved approximately arthritis ' +
    'arthroscopic arthroscopy aspect assessed assessment assigned assist assistance assistive associated attended ' +
    'attending authorization authorize authorized available average avoid background because become before behavior ' +
    'behavioral being beneficial benefit between biceps bilateral bilaterally board bulge bulges california cannot ' +
    'carpal carried cartilage cause caused center certain certification certified cervical change changes chapter ' +
    'chiropractic chiropractor chronic circumstances citation citations cited claim claimant claims clarification ' +
    'clear clearly clinic clinical clinically combination common complain complained complains complaint complaints ' +
    'complete completed completion complex component compound compression computed concern conclude concluded ' +
    'condition conditions conduction confirmed conservative consider consideration considerations considered consist ' +
    'consisted consistent constant consult consultation contain continue continued continues continuing continuous ' +
    'contrast control contusion corticosteroid course credentials criteria current currently cyclobenzaprine daily ' +
    'damage dated decision decisions decrease decreased decreases decreasing deemed deficit deficits degenerative ' +
    'degree degrees demonstrate demonstrated demonstrates demonstrating denial denied department depression ' +
    'dermatomal described despite detail detailed determination determinations determine determined developed device ' +
    'devices diagnosed diagnoses diagnosis diagnostic difficult difficulty disability discectomy discomfort discuss ' +
    'discussed discussion disease disorder disorders dispute disputed distal dizziness doctor document documentation ' +
    'documented documents dosage duration during duties dysfunction education effect effective effectively ' +
    'effectiveness effects efficacy effusion eight eighteen elbow electrical eleven eligible emergency employee ' +
    'employer encounter endurance entrapment epidural equipment establish established evaluate evaluated evaluation ' +
    'evaluations events evidence exacerbation examination examinations examined exceed exceeded exceeding exceeds ' +
    'except exceptional excess excessive exercise exercises expected experience experienced expert expertise explain ' +
    'extend extended extension extent external extremities extremity factors failed failure family federal female ' +
    'fifteen final finding findings finger fingers flare flexeril flexibility flexion following forearm forward ' +
    'fourteen fracture fractures frequency frequent function functional further furthermore fusion gabapentin ' +
    'gastrointestinal general generally governing greater guideline guidelines headache headaches health hemorrhage ' +
    'herniation history hospital however hydrocodone ibuprofen identified identify imaging immediate impaired ' +
    'impairment impingement important improve improved improvement improvements improving inability include included ' +
    'includes including increase increased increases increasing independent indicate indicated indicates indicating ' +
    'indication indications individual industrial infection inflammation inflammatory information inhibitor ' +
    'inhibitors initial initially injection injections injured injuries injury insomnia instability instead ' +
    'instructed insufficient insurance intact intended intensity intermittent internal interpretation intervention ' +
    'interventional interventions invasive investigation involve involved involves issue issues justification ' +
    'justified justify ketoprofen laboratory laminectomy laser lateral lesion lesions letter levels licensed ' +
    'licensure lidocaine lidoderm ligament ligaments likely limitation limitations limited longer lower lumbar ' +
    'lumbosacral magnetic maintain maintenance majority management manipulation manual massage material maximum ' +
    'maximus measurable measure measures mechanical mechanism medial medical medically medication medications ' +
    'medicine meloxicam member memory meniscal meniscectomy meniscus mental mention mentioned methocarbamol method ' +
    'methods minimal mobility modalities modality moderate modification modifications modified monitor monitored ' +
    'monitoring months morphine motion motor movement multiple muscle muscles muscular musculoskeletal myalgia ' +
    'myelopathy myofascial myositis naproxen narcotic nausea necessary necessities necessity negative nerve nerves ' +
    'neuralgia neuritis neurologic neurological neurologist neurology neuropathic neuropathy normal noted nothing ' +
    'number numbness objective objectively obtain obtained occupation occupational office official omeprazole ongoing ' +
    'operation operative opinion opioid opioids option options order ordered orders original originally orthopedic ' +
    'orthopedist osteoarthritis other outcome outcomes outpatient outside overall overturn overturned oxycodone ' +
    'painful palpation pantoprazole paraspinal paravertebral paresthesia paresthesias partial partially particular ' +
    'passive patella patellar pathology patient patients pattern pelvis percent perform performed period periods ' +
    'peripheral persistent pharmacy phase physical physician physicians physiologic placebo point portion position ' +
    'positive possible posterior potential practice practitioner prednisone pregabalin preparation prescribe ' +
    'prescribed prescribing prescription prescriptions presence present presented presents pressure preventive ' +
    'previous previously primarily primary principal prior priority procedure procedures process program progress ' +
    'progression progressive prolonged proper protocol proton protrusion prove provide provided provider providers ' +
    'provides providing psychiatric psychological psychologist psychotherapy published purpose quadriceps ' +
    'qualification qualifications quality question radial radiate radiated radiates radiating radiation radicular ' +
    'radiculitis radiculopathy radiographs rating rationale rationales reach reason reasonable reasons receive ' +
    'received recent recently recommend recommendation recommendations recommended recommending recommends record ' +
    'records recovery recurrent reduce reduced reducing reduction refer reference referral referred refill refills ' +
    'reflex reflexes regard regarding regimen region regulations rehabilitation relate related relaxant relaxants ' +
    'relevant relief relieve remain remaining remains removal repair repeat repeated repetitive replacement report ' +
    'reported reportedly reporting reports request requested requesting requests require required requirement ' +
    'requirements requires research residual resistance resolved response responsible restoration restrict restricted ' +
    'restriction restrictions result resulted results retrospective return returned reveal revealed reveals review ' +
    'reviewed reviewer reviewers rotation rotator routine sacral sacroiliac schedule scheduled sciatica screen second ' +
    'secondary section sections sedation selected sensation sensory separate series service services session sessions ' +
    'seven several severe severity shoulder shoulders showed showing shown significant significantly similar single ' +
    'sitting sleep solution specialist specialists specialties specialty specific specifically specified spinal spine ' +
    'spinous splint sprain stability stable standard standards standing state stated statement states status stenosis ' +
    'steroid steroids stiffness stimulation stimulator straight strain strength strengthening stretching strong ' +
    'structure studies study subacute subject subjective submitted subsequent substance sufficient suggest suggested ' +
    'suggestive suggests summary supervised supervision supplement supplies support supported supports surgeon ' +
    'surgeries surgery surgical surgically suspected sustained swelling sympathetic symptom symptomatic symptoms ' +
    'syndrome system systems tablet tablets taken tapering temporary tender tenderness tendinitis tendon tendonitis ' +
    'terminated testing therapeutic therapies therapist therapy there therefore thirteen thoracic thorough through ' +
    'throughout tingling tissue tissues tizanidine together tolerance topical toxicology traction tramadol ' +
    'transcutaneous transforaminal trapezius trauma traumatic treat treated treating treatment treatments trial ' +
    'trials trigger tunnel twelve twenty ulnar ultrasound unable unchanged unclear under undergo undergoing undergone ' +
    'underwent unknown unless unspecified until updated upheld uphold upper urinary usage useful usual utilization ' +
    'utilized vehicle version versus visit visits visual walking warrant warranted weakness weekly weeks weight ' +
    'whether within without worker workers working would wrist'
  ).split(' '),
);
